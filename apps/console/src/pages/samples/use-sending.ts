import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type SampleAnswer } from '#wire';
import { call } from '../../api/call.js';
import { newKey } from '../../api/new-key.js';

/** What the hub said of a sample, and whether it was sent or only rehearsed. */
export interface Outcome {
  readonly isSent: boolean;
  readonly answer: SampleAnswer;
}

interface Handed {
  readonly body: unknown;
  readonly contentType?: string;
}

interface Order {
  readonly what: 'rehearse' | 'send';
  readonly idempotencyKey: string;
}

interface Sending {
  readonly outcome: Outcome | undefined;
  readonly submit: (what: Order['what']) => void;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Forgets outcome and error: what they were about has changed. */
  readonly clear: () => void;
}

/** Rehearses and sends what `make` makes. Until it is cleared, what is sent again is the same and makes no second document. */
export function useSending(make: () => Promise<Handed>): Sending {
  const [outcome, setOutcome] = useState<Outcome>();
  const key = useRef(newKey());
  const sending = useMutation({
    mutationFn: async ({ what, idempotencyKey }: Order) => {
      const path = what === 'rehearse' ? '/samples?dryRun=true' : '/samples';
      return call<SampleAnswer>(path, { method: 'POST', idempotencyKey, ...(await make()) });
    },
    onMutate: () => setOutcome(undefined),
    onSuccess: (answer, { what, idempotencyKey }) => {
      // What was changed meanwhile is another sample: the answer is not its.
      if (idempotencyKey === key.current) setOutcome({ isSent: what === 'send', answer });
    },
  });
  const clear = (): void => {
    setOutcome(undefined);
    key.current = newKey();
    if (!sending.isPending) sending.reset();
  };
  const submit = (what: Order['what']): void => sending.mutate({ what, idempotencyKey: key.current });
  return { outcome, submit, isBusy: sending.isPending, error: sending.error, clear };
}
