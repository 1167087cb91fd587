import { type Context } from '../context.js';
import { EXIT, type ExitCode } from '../terminal/failure.js';
import { words, type Words } from '#core';

/** The option of a command that asks first. */
export interface Sureness {
  readonly yes?: boolean;
}

/** Does what cannot be taken back if the question is answered with yes, or --yes was given; otherwise says that nothing was done and fails. */
export async function whenSure(
  context: Context,
  { yes = false, question }: Sureness & { readonly question: Words },
  work: () => Promise<void>,
): Promise<ExitCode> {
  const { terminal } = context;
  if (!yes && !(await context.confirm(question))) {
    terminal.complain(
      terminal.in(words('Không làm gì.', 'Nothing was done.')),
      terminal.in(words('Thêm --yes để không hỏi.', 'Add --yes to skip the question.')),
    );
    return EXIT.failed;
  }
  await work();
  return EXIT.done;
}
