import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Request } from 'express';
import { type Language } from '#core';

/** The language a request asks for in `Accept-Language`; Vietnamese when it asks for none, or for none of ours. */
export const AskedLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const request = context.switchToHttp().getRequest<Request>();
  return request.acceptsLanguages('vi', 'en') === 'en' ? 'en' : 'vi';
});
