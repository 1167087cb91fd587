import { type z } from 'zod';
import { type Language } from '#core';
import { problemSchema, ProblemError, StrangeAnswerError, UnreachableError } from './problem.js';

/** Who calls: an operator or an agency's own software by its token, a system by name and secret, or nobody (health only). */
export type Credentials = { readonly token: string } | { readonly system: string; readonly secret: string } | 'nobody';

export interface HttpCallerOptions {
  /** Scheme, host and port; a path is kept as a prefix. */
  readonly url: string;
  readonly credentials: Credentials;
  /** How long an answer may take to begin and to be read; default 30,000. Feeds and bodies are not timed. */
  readonly timeoutMs?: number | undefined;
  /** In which the sentences of its answers are to be, as far as it has them in both; default Vietnamese. */
  readonly language?: Language | undefined;
}

type QueryValue = string | number | boolean | undefined;

/** One request: `json` is written as JSON, `body` as it is. */
export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>> | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: Uint8Array | ReadableStream<Uint8Array>;
  readonly signal?: AbortSignal;
  /** A status that is an answer too, though not a 2xx one. */
  readonly alsoAnswer?: number;
}

/** Calls a server of this project and turns whatever comes into a checked answer, a ProblemError, an UnreachableError or a StrangeAnswerError. */
export class HttpCaller {
  constructor(private readonly options: HttpCallerOptions) {}

  /** The checked JSON answer. */
  async json<T>(schema: z.ZodType<T>, call: Call): Promise<T> {
    const response = await this.answer({ signal: AbortSignal.timeout(this.options.timeoutMs ?? 30_000), ...call });
    const result = schema.safeParse(await this.readJson(response));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new StrangeAnswerError(response.url, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }

  /** For answers nobody reads. */
  async done(call: Call): Promise<void> {
    const response = await this.answer({ signal: AbortSignal.timeout(this.options.timeoutMs ?? 30_000), ...call });
    await response.body?.cancel();
  }

  /** Sends a body that may be large, for an answer nobody reads. Not timed here; `fetch` gives up when no answer has begun after 300 s. */
  async send(call: Call): Promise<void> {
    const response = await this.answer(call);
    await response.body?.cancel();
  }

  /** The body as it streams in; the caller reads it to the end or cancels it. */
  async stream(call: Call): Promise<ReadableStream<Uint8Array>> {
    const response = await this.answer(call);
    if (response.body === null) throw new StrangeAnswerError(response.url, 'no body');
    return response.body;
  }

  private async answer(call: Call): Promise<Response> {
    const url = this.urlOf(call);
    const response = await this.fetch(url, call);
    if (response.ok || response.status === call.alsoAnswer) return response;
    const problem = problemSchema.safeParse(await this.readJson(response));
    if (problem.success) throw new ProblemError(problem.data);
    throw new StrangeAnswerError(url, `HTTP ${response.status}`);
  }

  private async fetch(url: string, call: Call): Promise<Response> {
    try {
      return await fetch(url, {
        method: call.method ?? 'GET',
        headers: this.headersOf(call),
        ...(call.signal === undefined ? {} : { signal: call.signal }),
        ...bodyOf(call),
      });
    } catch (cause) {
      throw new UnreachableError(url, cause);
    }
  }

  private async readJson(response: Response): Promise<unknown> {
    try {
      const text = await response.text();
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    } catch (cause) {
      if (cause instanceof SyntaxError) throw new StrangeAnswerError(response.url, `HTTP ${response.status}, not JSON`);
      throw new UnreachableError(response.url, cause);
    }
  }

  private urlOf({ path, query = {} }: Call): string {
    const url = new URL(this.options.url.replace(/\/$/, '') + path);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    return url.href;
  }

  private headersOf({ headers, json }: Call): Record<string, string> {
    const { credentials, language = 'vi' } = this.options;
    return {
      ...authorization(credentials),
      'accept-language': language,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
  }
}

function authorization(credentials: Credentials): Record<string, string> {
  if (credentials === 'nobody') return {};
  if ('token' in credentials) return { authorization: `Bearer ${credentials.token}` };
  const pair = Buffer.from(`${credentials.system}:${credentials.secret}`, 'utf8').toString('base64');
  return { authorization: `Basic ${pair}` };
}

function bodyOf({ json, body }: Call): RequestInit {
  if (json !== undefined) return { body: JSON.stringify(json) };
  if (body === undefined) return {};
  return { body: body as BodyInit, ...(body instanceof ReadableStream ? { duplex: 'half' } : {}) };
}
