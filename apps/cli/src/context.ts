import { createInterface } from 'node:readline/promises';
import { hubPlaces, type CliConfig } from '#config';
import { AgencyClient, HubClient, secretIn } from '#wire';
import { KeptSystems } from './kept-systems.js';
import { type KnownSystem, type KnownSystems } from './known-systems.js';
import { NodeSystems } from './node/node-systems.js';
import { CliFailure, EXIT } from './terminal/failure.js';
import { type Terminal } from './terminal/terminal.js';
import { words, type Words } from '#core';

/** What every command works with. */
export class Context {
  readonly systems: KnownSystems;

  constructor(
    readonly config: CliConfig,
    readonly terminal: Terminal,
  ) {
    this.systems =
      config.nodes === undefined ? new KeptSystems(config.dataFolder) : new NodeSystems(config.nodes, () => this.hub());
  }

  /** The hub, as an operator. */
  async hub(): Promise<HubClient> {
    const { hubUrl: url, dataFolder } = this.config;
    const credentials = { token: await readOperatorToken(dataFolder) };
    return new HubClient({ url, credentials, language: this.terminal.language });
  }

  /** The hub, as one of this machine's systems. @throws CliFailure for one whose secret only its container has */
  hubAs({ name: system, secret }: KnownSystem): HubClient {
    if (secret === undefined) throw secretElsewhere(system);
    return new HubClient({ url: this.config.hubUrl, credentials: { system, secret } });
  }

  /** A system's own HTTP interface. */
  agency({ url, token }: KnownSystem): AgencyClient {
    return new AgencyClient({ url, credentials: { token } });
  }

  /** Asks a yes-or-no question; anything but y, yes, c, có means no. Without a terminal nobody can answer: no. */
  async confirm(question: Words): Promise<boolean> {
    if (!process.stdin.isTTY) return false;
    const reader = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await reader.question(`${this.terminal.in(question)} [y/N] `);
    reader.close();
    return /^(y|yes|c|có|co)$/i.test(answer.trim().normalize('NFC'));
  }
}

function secretElsewhere(system: string): CliFailure {
  return new CliFailure(
    words(`Chỉ container của ${system} giữ mã bí mật của nó.`, `Only the container of ${system} has its secret.`),
    words('Bỏ --system hoặc --dry-run.', 'Leave out --system or --dry-run.'),
    EXIT.wrongUse,
  );
}

/** The token the hub made at its first start. */
export async function readOperatorToken(dataFolder: string): Promise<string> {
  const file = hubPlaces(dataFolder).operatorTokenFile;
  const token = await secretIn(file);
  if (token !== undefined) return token;
  throw new CliFailure(
    words(`Chưa có mã truy cập của người vận hành (${file}).`, `There is no operators' token yet (${file}).`),
    words(
      'Khởi động trục bằng ./truc up, hoặc đặt TRUC_DATA trỏ tới thư mục dữ liệu của trục.',
      'Start the axis with ./truc up, or point TRUC_DATA at its data folder.',
    ),
    EXIT.unreachable,
  );
}
