import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { AxisError, type Role } from '#core';

/** Somebody who runs the axis, or a program of theirs. `session` is the digest of the session's id, when a cookie said who calls; `token` that of a program's token. */
export interface OperatorPrincipal {
  readonly kind: 'operator';
  readonly name: string;
  readonly role: Role;
  readonly session?: string;
  readonly token?: string;
}

/** Who calls: an operator by a session or a token, or a connected system by its secret. */
export type Principal = OperatorPrincipal | { readonly kind: 'system'; readonly name: string };

/** A request after the guard has looked at it. */
export interface SignedRequest {
  principal?: Principal;
}

/** The user name under which a browser may give the operators' token by HTTP Basic. */
export const OPERATOR = 'operator';

export const OPEN = 'truc:open';
export const NEEDS = 'truc:needs';
export const FOR_SYSTEMS = 'truc:for-systems';
export const FOR_NEWCOMERS = 'truc:for-newcomers';

/** Answers without a secret. Nothing but health and signing in does. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);

/** The least role of an operator who may call it. Without a word only administrators may, and a test asks for the word. */
export const Needs = (role: Role): MethodDecorator & ClassDecorator => SetMetadata(NEEDS, role);

/** Systems may call it too, each seeing what is its own; without this only operators may. */
export const ForSystems = (): MethodDecorator & ClassDecorator => SetMetadata(FOR_SYSTEMS, true);

/** Only systems may call it, not even administrators: it is done in the system's own name. */
export const OnlyForSystems = (): MethodDecorator => SetMetadata(FOR_SYSTEMS, 'only');

/** Whoever has the enrolment token may call it too; it has no principal then. */
export const ForNewcomers = (): MethodDecorator => SetMetadata(FOR_NEWCOMERS, true);

/** The caller of a guarded method; an `OperatorPrincipal` where systems may not call. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<SignedRequest>();
  if (principal === undefined) throw new AxisError('UNAUTHENTICATED');
  return principal;
});
