import { type ReactNode } from 'react';
import { type AccountWithPassword } from '#wire';
import { ShownOnce } from '../../parts/shown-once.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** A password that was just made. */
export function PasswordOnce({ made: { name, password } }: { made: AccountWithPassword }): ReactNode {
  const say = useWords(words);
  return <ShownOnce label={say('passwordOf', { name })} secret={password} warning={say('passwordOnce')} />;
}
