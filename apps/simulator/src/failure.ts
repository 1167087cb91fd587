import { ConfigurationError } from '#config';
import { AxisError } from '#core';
import { type FailedEvent, ProblemError, UnreachableError } from '#wire';

/** A failure as the simulator tells it to the command line: a code, a sentence and a remedy, never a stack. */
export function failureOf(error: unknown): FailedEvent {
  if (error instanceof ConfigurationError)
    return { kind: 'failed', code: error.code, detail: { vi: error.message, en: error.english } };
  if (error instanceof ProblemError) {
    const { code, detail, remedy } = error.problem;
    const told = { kind: 'failed', code, detail: { vi: detail, en: detail } } as const;
    return remedy === undefined ? told : { ...told, remedy: { vi: remedy, en: remedy } };
  }
  if (error instanceof UnreachableError) return failureOf(new AxisError('HUB_AWAY', { url: error.message }));
  const known = error instanceof AxisError ? error : new AxisError('INTERNAL', {}, { cause: error });
  const reason = known.cause instanceof Error ? ` (${known.cause.message})` : '';
  const { remedy, remedyEn } = known.entry;
  return {
    ...{ kind: 'failed', code: known.code },
    detail: { vi: known.message + reason, en: known.messageEn + reason },
    remedy: { vi: remedy, en: remedyEn },
  };
}
