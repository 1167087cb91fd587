import { type NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { type NextFunction, type Request, type Response } from 'express';
import { TokenGuard } from './token.guard.js';

const PATH = 'api/docs';

/** Serves the OpenAPI page at /api/docs; a browser with a clerk’s session sees it, another asks for any user and the token as password. */
export function publishApiDocs(app: NestExpressApplication): void {
  const guard = app.get(TokenGuard);
  app.use(`/${PATH}`, (request: Request, response: Response, next: NextFunction) => {
    if (guard.recognises(request.headers)) {
      next();
      return;
    }
    response.status(401).setHeader('WWW-Authenticate', 'Basic realm="agency", charset="UTF-8"').end();
  });
  const document = new DocumentBuilder()
    .setTitle('Hệ thống quản lý văn bản và điều hành')
    .setDescription('HTTP API of one connected system, for the software of its agencies.')
    .setVersion('1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  SwaggerModule.setup(PATH, app, () => SwaggerModule.createDocument(app, document), {
    jsonDocumentUrl: `${PATH}/openapi.json`,
  });
}
