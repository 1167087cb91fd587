import { type Command, InvalidArgumentError } from 'commander';
import { type Shell } from '../shell.js';
import { words } from '#core';
import { addNode } from './add-node.js';
import { listNodes } from './list-nodes.js';
import { removeNode } from './remove-node.js';

/** `truc node`: systems in containers of the axis of docker/compose.yaml: adding one, draining and removing it, and which runs where. */
export function nodeCommand(shell: Shell): Command {
  const says = (vi: string, en: string): string => shell.in(words(vi, en));
  const node = shell.command('node', words('các hệ thống chạy trong container', 'systems that run in containers'));
  shell
    .watchable(node.command('list', { isDefault: true }))
    .description(says('hệ thống nào chạy ở đâu', 'which runs where'))
    .action(shell.does(listNodes));
  node
    .command('add <codes...>')
    .description(says('ghi danh và chạy một hệ thống cho các cơ quan này', 'enrol and run a system for these agencies'))
    .requiredOption('--name <name>', says('tên hệ thống', 'the name of the system'))
    .option('--poll', says('hỏi qua HTTP như client chính thức', 'it polls over HTTP as the official client'))
    .option('--port <port>', says('mở giao diện của nó ở cổng này của máy', 'publish its own interface here'), portOf)
    .action(shell.does(addNode));
  node
    .command('rm <name>')
    .description(says('đợi nó gửi hết rồi gỡ bỏ', 'wait until it has sent everything, then remove it'))
    .option('--force', says('không đợi; bỏ những gì nó chưa gửi', 'do not wait; drop what it has not sent'))
    .action(shell.does(removeNode));
  return node;
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('1 … 65535');
}
