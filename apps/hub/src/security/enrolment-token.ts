import { OperatorToken } from './operator-token.js';

/** The token with which a system may enrol itself, and do nothing else; made at first start where the configuration names a file for it. */
export class EnrolmentToken {
  private constructor(private readonly kept: OperatorToken | undefined) {}

  static async in(file: string | undefined): Promise<EnrolmentToken> {
    return new EnrolmentToken(file === undefined ? undefined : await OperatorToken.in(file));
  }

  /** False for every token when there is none. */
  is(token: string): boolean {
    return this.kept?.is(token) ?? false;
  }
}
