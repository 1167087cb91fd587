/** How long a second signal counts as an echo of the first: npm passes on a Ctrl-C that the terminal has sent to everybody already. */
const ECHO_MS = 1500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The wish of somebody outside that this program ends. */
export interface Interruption {
  /** Aborted at the first signal. */
  readonly signal: AbortSignal;
  /** Resolves at the first signal. */
  readonly happened: Promise<'interrupted'>;
  /** From then on signals only hurry. */
  stopListening(): void;
}

/** Listens for SIGINT, SIGTERM and SIGHUP. The first one asks for an orderly end; one that comes later than its echo ends the process with 130 after `hurry`. */
export function untilInterrupted(hurry = (): Promise<void> => Promise.resolve()): Interruption {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const happened = new Promise<'interrupted'>((resolve) => {
    const listener = (): void => {
      if (firstAt === undefined) {
        firstAt = Date.now();
        controller.abort();
        return resolve('interrupted');
      }
      if (Date.now() - firstAt > ECHO_MS) void hurry().finally(() => process.exit(130));
    };
    for (const name of SIGNALS) process.on(name, listener);
  });
  const stopListening = (): void => {
    firstAt ??= Date.now();
    controller.abort();
  };
  return { signal: controller.signal, happened, stopListening };
}
