import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type SampleAnswer } from '#wire';
import { call } from '../../api/call.js';

/** What the hub said of a sample, and whether it was sent or only rehearsed. */
export interface Outcome {
  readonly isSent: boolean;
  readonly answer: SampleAnswer;
}

interface Handed {
  readonly body: unknown;
  readonly contentType?: string;
}

interface Sending {
  readonly outcome: Outcome | undefined;
  readonly submit: (what: 'rehearse' | 'send') => void;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Forgets outcome and error: what they were about has changed. */
  readonly clear: () => void;
}

/** Rehearses and sends what `make` makes. */
export function useSending(make: () => Promise<Handed>): Sending {
  const [outcome, setOutcome] = useState<Outcome>();
  const sending = useMutation({
    mutationFn: async (what: 'rehearse' | 'send') => {
      const path = what === 'rehearse' ? '/samples?dryRun=true' : '/samples';
      return call<SampleAnswer>(path, { method: 'POST', ...(await make()) });
    },
    onMutate: () => setOutcome(undefined),
    onSuccess: (answer, what) => setOutcome({ isSent: what === 'send', answer }),
  });
  const clear = (): void => {
    setOutcome(undefined);
    if (!sending.isPending) sending.reset();
  };
  const submit = (what: 'rehearse' | 'send'): void => sending.mutate(what);
  return { outcome, submit, isBusy: sending.isPending, error: sending.error, clear };
}
