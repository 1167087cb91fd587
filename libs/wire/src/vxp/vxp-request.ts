import { type EdocFile } from './edoc-file.js';
import { type VxpCall } from './vxp-calls.js';
import { signedHeaders } from './vxp-signature.js';

/** Who calls whom: `url` is the endpoint, under which the operations lie (`http://127.0.0.1:8080/vxp`). */
export interface VxpCaller {
  readonly url: string;
  readonly systemId: string;
  readonly secret: string;
}

/** A call as it goes over the wire, signed at one moment. */
export interface VxpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as it is written, or a file, after which CRLF is sent; nothing when left out. */
  readonly body?: string | EdocFile | undefined;
}

/** Signs a call. It can be sent as long as the server takes its timestamp, a day here. */
export function requestOf({ url, systemId, secret }: VxpCaller, call: VxpCall, at: Date = new Date()): VxpRequest {
  const { operation, method, parameters, lateParameters, body } = call;
  const contentType = typeof body === 'object' ? 'application/octet-stream' : 'application/json';
  const signed = signedHeaders({ systemId, secret, parameters, lateParameters, contentType, at });
  return {
    method,
    url: `${url.replace(/\/+$/, '')}/${operation}`,
    headers: { 'Content-Type': contentType, ...signed },
    body,
  };
}
