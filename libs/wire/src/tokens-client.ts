import { type HttpCaller } from './http-caller.js';
import {
  madeProgramTokenSchema,
  programTokenListSchema,
  type MadeProgramToken,
  type NewProgramToken,
  type ProgramToken,
} from './session-bodies.js';

const TOKENS = '/api/v1/tokens';

/** The bearer tokens of programs. For administrators. */
export class TokensClient {
  constructor(private readonly http: HttpCaller) {}

  /** The oldest first; without the tokens themselves. */
  async list(): Promise<readonly ProgramToken[]> {
    return (await this.http.json(programTokenListSchema, { path: TOKENS })).items;
  }

  /** The token is shown this once. */
  add(token: NewProgramToken): Promise<MadeProgramToken> {
    return this.http.json(madeProgramTokenSchema, { method: 'POST', path: TOKENS, json: token });
  }

  /** From then on whoever has it is refused. */
  revoke(id: string): Promise<void> {
    return this.http.done({ method: 'DELETE', path: `${TOKENS}/${encodeURIComponent(id)}` });
  }
}
