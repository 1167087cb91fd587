import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { AxisError } from '#core';

/** Who calls: an operator by the bearer token, or a connected system by its secret. */
export type Principal = { readonly kind: 'operator' } | { readonly kind: 'system'; readonly name: string };

/** A request after the guard has looked at it. */
export interface SignedRequest {
  principal?: Principal;
}

/** The user name under which a browser may give the operators' token by HTTP Basic. */
export const OPERATOR = 'operator';

export const OPEN = 'truc:open';
export const FOR_SYSTEMS = 'truc:for-systems';
export const FOR_NEWCOMERS = 'truc:for-newcomers';

/** Answers without a secret. Nothing but health does. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);

/** Systems may call it too, each seeing what is its own; without this only operators may. */
export const ForSystems = (): MethodDecorator & ClassDecorator => SetMetadata(FOR_SYSTEMS, true);

/** Whoever has the enrolment token may call it too; it has no principal then. */
export const ForNewcomers = (): MethodDecorator => SetMetadata(FOR_NEWCOMERS, true);

/** The caller of a guarded method. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<SignedRequest>();
  if (principal === undefined) throw new AxisError('UNAUTHENTICATED');
  return principal;
});
