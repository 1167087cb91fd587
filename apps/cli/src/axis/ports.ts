import { createServer } from 'node:net';
import { CliFailure } from '../terminal/failure.js';
import { words } from '#core';

/** A port a program wants to listen on, and the setting that would move it: `HUB_PORT=9080`. */
export interface WantedPort {
  readonly host: string;
  readonly port: number;
  readonly program: string;
  readonly movedBy: string;
}

/** Throws one failure that names every port that is taken, and how to move it. */
export async function checkPorts(wanted: readonly WantedPort[]): Promise<void> {
  const checked = await Promise.all(wanted.map(async (each) => ({ ...each, isFree: await isFree(each) })));
  const taken = checked.filter((each) => !each.isFree);
  if (taken.length === 0) return;
  const list = taken.map(({ port, program }) => `${port} (${program})`).join(', ');
  const names = [...new Set(taken.map(({ movedBy }) => movedBy))].join(' ');
  throw new CliFailure(
    words(`Cổng đang bị chương trình khác dùng: ${list}.`, `Ports in use by another program: ${list}.`),
    words(
      `Dừng chương trình đó, hoặc chuyển cổng, ví dụ: ${names} npm start`,
      `Stop that program, or move the ports, for example: ${names} npm start`,
    ),
  );
}

/** Whether nobody listens there. */
export function isFree({ host, port }: Pick<WantedPort, 'host' | 'port'>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(listenFailure(error, port));
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function listenFailure({ code = '', message }: NodeJS.ErrnoException, port: number): CliFailure {
  return new CliFailure(
    words(`Không mở được cổng ${port}: ${message}.`, `The port ${port} cannot be opened: ${message}.`),
    code === 'EACCES'
      ? words(
          'Chọn cổng từ 1024 trở lên (HUB_PORT, AGENCY_PORTS_FROM).',
          'Choose a port of 1024 or above (HUB_PORT, AGENCY_PORTS_FROM).',
        )
      : words('Kiểm tra HUB_HOST.', 'Check HUB_HOST.'),
  );
}
