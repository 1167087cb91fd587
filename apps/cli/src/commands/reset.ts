import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command } from 'commander';
import { type Shell } from '../shell.js';
import { words } from '#core';
import { stopAll } from './down.js';
import { type Sureness, whenSure } from './when-sure.js';

/** What the project keeps in its data folder; anything else there is somebody else's. */
const KEPT = ['rabbitmq', 'hub', 'systems', 'logs', 'run.json', 'replay'];

/** `truc reset`: stops everything and wipes the data folder, after asking. */
export function resetCommand(shell: Shell): Command {
  return shell
    .command('reset', words('dừng và xóa sạch dữ liệu, sau khi hỏi', 'stop and wipe all data, after asking'))
    .option('-y, --yes', shell.in(words('không hỏi lại', 'do not ask')))
    .action(
      shell.doesHere((context, { yes = false }: Sureness) => {
        const { terminal, config } = context;
        const { dataFolder } = config;
        const question = words(
          `Xóa mọi văn bản, hệ thống và số liệu trong ${dataFolder}?`,
          `Wipe every document, system and figure in ${dataFolder}?`,
        );
        return whenSure(context, { yes, question }, async () => {
          await stopAll(context);
          for (const name of KEPT) await rm(join(dataFolder, name), { recursive: true, force: true });
          terminal.result({ wiped: dataFolder }, () =>
            terminal.say(words(`Đã xóa sạch ${dataFolder}.`, `${dataFolder} is wiped.`)),
          );
        });
      }),
    );
}
