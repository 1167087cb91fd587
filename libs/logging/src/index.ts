export { type LogOptions, PinoLogger } from './pino-logger.js';
