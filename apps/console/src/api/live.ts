import { useEffect, useState } from 'react';
import { urlOf } from './call.js';
import { client, SESSION_KEY } from './queries.js';

/** A hub sends at least every two seconds; figures this old are said to be. */
const LATE_MS = 5000;
/** A stream that the hub ended is asked for again after this. */
const AGAIN_MS = 2000;

/** What a stream told last, and since when it is late; `lateSince` is by the browser's clock. */
export interface Live<T> {
  readonly value?: T;
  readonly lateSince?: number;
}

/** What the hub tells at `path` by server-sent events, as it comes. A hidden page listens to nothing. */
export function useLive<T>(path: string): Live<T> {
  const [live, setLive] = useState<Live<T>>({});
  useEffect(() => {
    let toldAt = Date.now();
    const stop = listen(path, (text) => {
      toldAt = Date.now();
      setLive({ value: JSON.parse(text) as T });
    });
    const watch = setInterval(() => {
      if (Date.now() - toldAt > LATE_MS) setLive(({ lateSince = toldAt, ...told }) => ({ ...told, lateSince }));
    }, 1000);
    return () => {
      clearInterval(watch);
      stop();
    };
  }, [path]);
  return live;
}

/** Keeps a stream open while the page is visible; returns how to stop. */
function listen(path: string, told: (text: string) => void): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    close();
    if (document.hidden) return;
    const stream = new EventSource(urlOf(path));
    source = stream;
    stream.onmessage = ({ data }) => told(String(data));
    stream.onerror = () => {
      // Finds out whether the hub is away or nobody is signed in any more, and notes it.
      void client.invalidateQueries({ queryKey: SESSION_KEY });
      // EventSource comes back by itself after a broken connection, but not after an answer that was no stream.
      if (stream.readyState === EventSource.CLOSED && source === stream) again = setTimeout(open, AGAIN_MS);
    };
  };

  open();
  document.addEventListener('visibilitychange', open);
  return () => {
    document.removeEventListener('visibilitychange', open);
    close();
  };
}
