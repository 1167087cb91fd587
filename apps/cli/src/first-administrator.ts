import { readFile } from 'node:fs/promises';
import { hubPlaces } from '#config';
import { type Context } from './context.js';
import { words } from '#core';

/** Who may sign in at a hub nobody has signed in at yet. */
export interface FirstAdministrator {
  readonly name: string;
  readonly password: string;
}

/** What the hub left for whoever installs it; undefined once somebody has signed in with it. */
export async function firstAdministrator({ config }: Context): Promise<FirstAdministrator | undefined> {
  try {
    const [name, password] = (await readFile(hubPlaces(config.dataFolder).firstAdministratorFile, 'utf8')).split('\n');
    return name === undefined || password === undefined ? undefined : { name, password };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Shows it, with where to sign in; nothing when there is none. */
export async function sayFirstAdministrator(context: Context): Promise<void> {
  const first = await firstAdministrator(context);
  if (first === undefined) return;
  const { terminal, config } = context;
  const { name, password } = first;
  // In containers the hub has another address for people than for programs.
  const [atVi, atEn] = config.nodes === undefined ? [` tại ${config.hubUrl}`, ` at ${config.hubUrl}`] : ['', ''];
  terminal.say(
    words(
      `Đăng nhập lần đầu${atVi}  tên: ${name}  mật khẩu: ${password}`,
      `First sign-in${atEn}  name: ${name}  password: ${password}`,
    ),
  );
  terminal.say(
    words(
      'Mật khẩu này không hiện nữa sau khi có người đăng nhập; nên đổi ngay.',
      'It is not shown any more once somebody has signed in; change it then.',
    ),
  );
}
