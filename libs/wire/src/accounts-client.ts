import { type HttpCaller } from './http-caller.js';
import {
  accountListSchema,
  accountSchema,
  accountWithPasswordSchema,
  type Account,
  type AccountChange,
  type AccountWithPassword,
  type NewAccount,
} from './session-bodies.js';

const ACCOUNTS = '/api/v1/accounts';

/** Who may sign in at the hub. For administrators. */
export class AccountsClient {
  constructor(private readonly http: HttpCaller) {}

  /** By name. */
  async list(): Promise<readonly Account[]> {
    return (await this.http.json(accountListSchema, { path: ACCOUNTS })).items;
  }

  /** The password is shown this once. */
  add(account: NewAccount): Promise<AccountWithPassword> {
    return this.http.json(accountWithPasswordSchema, { method: 'POST', path: ACCOUNTS, json: account });
  }

  change(name: string, change: AccountChange): Promise<Account> {
    return this.http.json(accountSchema, { method: 'PATCH', path: pathOf(name), json: change });
  }

  /** Gives a new password, shown this once; the account's sessions end. */
  renewPassword(name: string): Promise<AccountWithPassword> {
    return this.http.json(accountWithPasswordSchema, { method: 'POST', path: `${pathOf(name)}/password` });
  }

  remove(name: string): Promise<void> {
    return this.http.done({ method: 'DELETE', path: pathOf(name) });
  }
}

function pathOf(name: string): string {
  return `${ACCOUNTS}/${encodeURIComponent(name)}`;
}
