import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#config';
import { type Document, isSeq, parseDocument, stringify } from 'yaml';

/** A node as it was asked for. */
export interface NodePlan {
  readonly name: string;
  readonly codes: readonly string[];
  /** Where its own interface is published on this machine; nowhere when left out. */
  readonly port: number | undefined;
  /** It asks over HTTP as the official client, and has no interface of its own. */
  readonly poll: boolean;
}

/** The files of `docker/nodes`: one a node, and `index.yaml`, which lists them for compose. */
export class NodeFiles {
  constructor(private readonly folder = join(projectRoot(), 'docker', 'nodes')) {}

  /** The names of the nodes listed. */
  async listed(): Promise<string[]> {
    const { include } = (await this.index()).toJS() as { include?: string[] | null };
    return (include ?? []).map((file) => file.replace(/\.yaml$/, ''));
  }

  /** Writes a node's file and lists it; what else stands in the index stays as it is. */
  async add(plan: NodePlan): Promise<void> {
    await this.write(`${plan.name}.yaml`, textOf(plan));
    if ((await this.listed()).includes(plan.name)) return;
    const index = await this.index();
    index.addIn(['include'], `${plan.name}.yaml`);
    await this.writeIndex(index);
  }

  /** Takes a node off the list and removes its file. */
  async remove(name: string): Promise<void> {
    const index = await this.index();
    const at = (await this.listed()).indexOf(name);
    if (at >= 0) {
      index.deleteIn(['include', at]);
      await this.writeIndex(index);
    }
    await rm(join(this.folder, `${name}.yaml`), { force: true });
  }

  private async index(): Promise<Document> {
    return parseDocument(await readFile(join(this.folder, 'index.yaml'), 'utf8'));
  }

  /** In block style as long as there is something to list. */
  private async writeIndex(index: Document): Promise<void> {
    const list: unknown = index.get('include');
    if (isSeq(list)) list.flow = list.items.length === 0;
    await this.write('index.yaml', index.toString({ flowCollectionPadding: false }));
  }

  /** At once or not at all: compose may be reading. */
  private async write(name: string, text: string): Promise<void> {
    const file = join(this.folder, name);
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }
}

function textOf({ name, codes, port, poll }: NodePlan): string {
  const node = {
    extends: { file: poll ? '../polling-node.yaml' : '../node.yaml', service: 'node' },
    ...(poll
      ? { command: ['vxp', 'attend', '--for', ...codes], environment: { VXP_SYSTEM: name } }
      : { environment: { SYSTEM_NAME: name, SYSTEM_CODES: codes.join(',') } }),
    volumes: [`${name}:/data`],
    ...(port === undefined ? {} : { ports: [`127.0.0.1:${port}:8101`] }),
  };
  return stringify({ services: { [name]: node }, volumes: { [name]: {} } });
}
