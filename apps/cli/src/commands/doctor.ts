import { type Command } from 'commander';
import { type Examination } from '#wire';
import { type Context } from '../context.js';
import { type Shell } from '../shell.js';
import { EXIT } from '../terminal/failure.js';
import { words } from '#core';

const MARKS = { good: '✓', poor: '!', bad: '✗', unread: '?' } as const;

/** `truc doctor`: symptom, cause and remedy of everything that is not well; 1 when something is bad or could not be read. */
export function doctorCommand(shell: Shell): Command {
  return shell
    .command('doctor', words('khám trục: triệu chứng, nguyên nhân, cách chữa', 'symptom, cause, remedy'))
    .action(
      shell.does(async (context) => {
        const hub = await context.hub();
        const diagnostics = await hub.diagnostics();
        const examinations = [...diagnostics.examinations, ...(await examineSystems(context))];
        const { terminal } = context;
        terminal.result({ ...diagnostics, examinations }, () => {
          for (const { part, state, symptom, cause, remedy } of examinations) {
            terminal.say(`${MARKS[state]} ${part}: ${symptom}`);
            if (cause !== undefined) terminal.say(`    ${terminal.in(words('nguyên nhân', 'cause'))}: ${cause}`);
            if (remedy !== undefined) terminal.say(`    → ${remedy}`);
          }
        });
        return examinations.some(({ state }) => state === 'bad' || state === 'unread') ? EXIT.failed : EXIT.done;
      }),
    );
}

async function examineSystems(context: Context): Promise<Examination[]> {
  const systems = await context.systems.all();
  return Promise.all(
    systems.map(async (system): Promise<Examination> => {
      const part = `agency ${system.name}`;
      const { terminal } = context;
      try {
        await context.agency(system).health();
        return {
          part,
          state: 'good',
          symptom: terminal.in(words(`trả lời tại ${system.url}`, `answers at ${system.url}`)),
        };
      } catch (error) {
        const symptom = terminal.in(words(`không trả lời tại ${system.url}`, `does not answer at ${system.url}`));
        const cause = error instanceof Error ? error.message : String(error);
        const remedy = terminal.in(
          words(
            `./truc up, rồi xem .truc/logs/${system.name}.log`,
            `./truc up, then see .truc/logs/${system.name}.log`,
          ),
        );
        return { part, state: 'bad', symptom, cause, remedy };
      }
    }),
  );
}
