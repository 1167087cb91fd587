import { type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AxisError } from '#core';
import { type NextFunction, type Request, type Response } from 'express';
import { Callers } from '../security/callers.js';
import { answerProblem } from './problem.filter.js';

const PATH = 'api/docs';

/** Serves the OpenAPI page at /api/docs to whoever is signed in, and to systems; otherwise a browser asks for user `operator` and the token. */
export function publishApiDocs(app: NestExpressApplication, { simulation }: { readonly simulation: boolean }): void {
  const callers = app.get(Callers);
  app.use(`/${PATH}`, async (request: Request, response: Response, next: NextFunction) => {
    if ((await callers.recognise(request.headers)) !== undefined) return next();
    response.setHeader('WWW-Authenticate', 'Basic realm="truc", charset="UTF-8"');
    answerProblem(new AxisError('UNAUTHENTICATED'), response);
  });
  const document = new DocumentBuilder()
    .setTitle(simulation ? 'Trục liên thông (mô phỏng)' : 'Trục liên thông')
    .setDescription(
      'HTTP API of the hub. Operators: a session or a bearer token. Systems: HTTP Basic with name and secret.',
    )
    .setVersion('1')
    .addBearerAuth()
    .addBasicAuth()
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('basic')
    .build();
  SwaggerModule.setup(PATH, app, () => SwaggerModule.createDocument(app, document), {
    jsonDocumentUrl: `${PATH}/openapi.json`,
    yamlDocumentUrl: `${PATH}/openapi.yaml`,
  });
}
