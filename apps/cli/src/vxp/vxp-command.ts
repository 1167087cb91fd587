import { type Command } from 'commander';
import { type Shell } from '../shell.js';
import { words } from '#core';
import { attendSubcommand } from './attend-command.js';
import { agenciesSubcommand, deleteSubcommand, registerSubcommand } from './directory-commands.js';
import { downloadSubcommand, getSubcommand } from './fetch-commands.js';
import { countSubcommand, listSubcommand, markSubcommands, sentSubcommand } from './letter-commands.js';
import { sendSubcommand } from './send-subcommand.js';

/** `truc vxp`: the interface of the official client, call by call, as a vendor's software uses it. */
export function vxpCommand(shell: Shell): Command {
  const vxp = shell.command(
    'vxp',
    words('gọi giao diện HTTP của trục như client chính thức', "call the axis' HTTP interface as the official client"),
  );
  for (const subcommand of [
    registerSubcommand(shell),
    deleteSubcommand(shell),
    agenciesSubcommand(shell),
    sendSubcommand(shell),
    listSubcommand(shell),
    getSubcommand(shell),
    downloadSubcommand(shell),
    ...markSubcommands(shell),
    sentSubcommand(shell),
    countSubcommand(shell),
    attendSubcommand(shell),
  ])
    vxp.addCommand(subcommand);
  return vxp;
}
