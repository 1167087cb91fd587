import { type NextFunction, type Request, type Response } from 'express';

/** Says with every answer of a hub in simulation that its times and figures are played. */
export function saySimulation(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('x-truc-simulation', 'on');
  next();
}
