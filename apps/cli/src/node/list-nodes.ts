import { type ConnectedSystem } from '#wire';
import { type Context } from '../context.js';
import { words } from '#core';
import { ComposeAxis, type Container } from './compose-axis.js';

/** A node as `truc node list` shows it. */
interface Row {
  readonly name: string;
  /** As the hub knows them. */
  readonly codes: readonly string[];
  /** What docker says of its container; empty when it has none. */
  readonly container: string;
  readonly connected: boolean;
  readonly queued: number | undefined;
  /** On this machine, of its own interface. */
  readonly port: number | undefined;
}

/** Which node runs where: its container, whether the hub sees it, what waits in its inbox. */
export async function listNodes(context: Context): Promise<void> {
  const axis = await ComposeAxis.open();
  const [containers, { items }] = await Promise.all([axis.containers(), (await axis.hub()).systems()]);
  const nodes = Object.entries(axis.config.services).flatMap(([name, { environment }]) => {
    const isNode = [environment?.['SYSTEM_NAME'], environment?.['VXP_SYSTEM']].includes(name);
    return isNode ? [rowOf(name, containers, items)] : [];
  });
  const { terminal } = context;
  const [yes, absent] = [terminal.in(words('có', 'yes')), terminal.in(words('VẮNG', 'ABSENT'))];
  terminal.result(nodes, () =>
    terminal.table(
      HEADINGS,
      nodes.map(({ name, codes, container, connected, queued, port }) => [
        ...[name, codes.join('\n'), container || absent],
        ...[connected ? yes : absent, queued, port === undefined ? '' : `127.0.0.1:${port}`],
      ]),
      words('Chưa có node nào.', 'No node yet.'),
    ),
  );
}

const HEADINGS = [
  words('Node', 'Node'),
  words('Cơ quan', 'Agencies'),
  words('Container', 'Container'),
  words('Kết nối', 'Connected'),
  words('Chờ trong hộp thư', 'Waiting in its inbox'),
  words('Giao diện', 'Interface'),
];

function rowOf(name: string, containers: readonly Container[], systems: readonly ConnectedSystem[]): Row {
  const container = containers.find(({ Service }) => Service === name);
  const system = systems.find((each) => each.name === name);
  return {
    name,
    codes: system?.codes ?? [],
    container: container === undefined ? '' : `${container.State} ${container.Health}`.trim(),
    connected: system?.connected === true,
    queued: system?.queued,
    port: container?.Publishers?.find(({ PublishedPort }) => PublishedPort > 0)?.PublishedPort,
  };
}
