import { type Shell } from '../shell.js';
import { words } from '#core';

/** What `truc send` and `truc vxp send` both say of `--from` and `--to`, in the language asked for. */
export function sendOptions(shell: Shell): { readonly sender: string; readonly recipients: string } {
  return {
    sender: shell.in(words('cơ quan gửi', 'the sender')),
    recipients: shell.in(words('các nơi nhận', 'the recipients')),
  };
}
