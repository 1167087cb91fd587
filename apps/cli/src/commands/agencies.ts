import { type Command } from 'commander';
import { type Shell } from '../shell.js';
import { words } from '#core';

/** `truc agencies`: agencies of the directory by code or name, with or without diacritics. */
export function agenciesCommand(shell: Shell): Command {
  return shell
    .command(
      'agencies [words...]',
      words('tìm cơ quan theo mã hoặc tên (có dấu hay không)', 'find agencies by code or name'),
    )
    .option('--limit <n>', shell.in(words('số dòng', 'how many')), '50')
    .action(
      shell.does(async (context, search: string[], { limit }: { limit: string }) => {
        const q = search.join(' ').normalize('NFC') || undefined;
        const { items, next } = await (await context.hub()).agencies({ q, limit });
        const { terminal } = context;
        terminal.result(items, () => {
          const rows = items.map(({ code, name, tier, system }) => [code, name, tier, system]);
          const headings = [
            words('Mã', 'Code'),
            words('Tên', 'Name'),
            words('Cấp', 'Tier'),
            words('Hệ thống', 'System'),
          ];
          terminal.table(headings, rows, words('Không tìm thấy cơ quan nào.', 'No agency found.'));
          if (next !== undefined) terminal.say(words('Còn nữa; tăng --limit.', 'There are more; raise --limit.'));
        });
      }),
    );
}
