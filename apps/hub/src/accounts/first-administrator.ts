import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type HubConfig } from '#config';
import { HubStore } from '#store';
import { Clock } from '../clock.js';
import { HUB_CONFIG } from '../hub-config.token.js';
import { madePassword } from './made-password.js';
import { Passwords } from './passwords.js';

const NAME = 'admin';

/**
 * Makes an administrator at a start without any account, and leaves name and password in a file of mode 0600 for whoever installs the hub:
 * `truc up` and `truc account first` show it; the log does not. The file goes when somebody has signed in with it.
 */
@Injectable()
export class FirstAdministrator implements OnApplicationBootstrap {
  private readonly logger = new Logger(FirstAdministrator.name);

  constructor(
    private readonly store: HubStore,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
    @Inject(HUB_CONFIG) private readonly config: HubConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if ((await this.store.accounts.count()) > 0) return;
    const password = madePassword();
    const passwordHash = await this.passwords.hash(password);
    const account = { name: NAME, role: 'administrator', passwordHash, createdAt: this.clock.now() } as const;
    // Of several hubs that start together one makes it; the others find it made.
    if (!(await this.store.accounts.addFirst(account))) return;
    const file = this.config.firstAdministratorFile;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${NAME}\n${password}\n`, { mode: 0o600 });
    this.logger.log(`Made the first administrator; name and password stand in ${file} until somebody signs in.`);
  }

  /** Whoever signed in has the password: nobody else has to read it any more. */
  async signedIn(name: string): Promise<void> {
    if (name === NAME) await rm(this.config.firstAdministratorFile, { force: true });
  }
}
