import { setTimeout as pause } from 'node:timers/promises';
import { type SimulatorConfig } from '#config';
import { AxisError } from '#core';
import { type HubClient, type ReplayEvent, type ReplaySettings } from '#wire';
import { operatorOf } from '../operator.js';
import { ConnectedSystem } from './connected-system.js';
import { enrol } from './enrolment.js';
import { patiently } from './patience.js';
import { replaySystems } from './plan/government.js';
import { PUBLISHED, scaled } from './plan/published.js';
import { replayPlan } from './plan/replay-plan.js';
import { Player } from './player.js';
import { reckon } from './reckoning.js';
import { StandingFile } from './standing-file.js';

type Say = (event: ReplayEvent) => void;

const TELL_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 500;
/** When nothing has arrived for so long, nothing will. */
const LONGEST_STANDSTILL_MS = 120_000;

/** One run of a replay, from where the last one ended. */
export class Replay {
  private readonly standing: StandingFile;
  private readonly systems = new Map<string, ConnectedSystem>();
  private hub!: HubClient;
  private player!: Player;
  private taken = 0;
  private told = 0;

  constructor(
    private readonly config: SimulatorConfig,
    private readonly settings: ReplaySettings,
    private readonly say: Say,
  ) {
    this.standing = new StandingFile(config.dataFolder);
  }

  /** Resolves once everything was played and counted (`done`), or after an abort with what was begun answered (`stopped`). @throws AxisError */
  async run(signal: AbortSignal): Promise<'done' | 'stopped'> {
    const startedAt = Date.now();
    const place = await this.standing.placeOf(this.settings);
    this.hub = await this.hubInSimulation();
    const lastDays = new Set([...PUBLISHED.map(({ to }) => to), this.settings.to]);
    const pauses = { days: lastDays, untilArrived: (to: string) => this.untilArrived(to) };
    this.player = new Player(this.systems, this.settings, place, pauses);
    await this.connect(lastDays);
    const telling = setInterval(() => void this.tell(), TELL_EVERY_MS);
    try {
      const { seed, scale, statuses } = this.settings;
      await this.player.play(replayPlan({ seed, scale, statuses, lastDays }), signal);
      await this.tell();
      if (signal.aborted) return this.stopped();
      await this.untilArrived(this.settings.to);
      await this.tell();
      return await this.done(startedAt);
    } finally {
      clearInterval(telling);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.systems.values()].map((system) => system.close()));
  }

  private async hubInSimulation(): Promise<HubClient> {
    const hub = await operatorOf(this.config);
    if ((await patiently(() => hub.health()))['simulation'] !== true)
      throw new AxisError('SIMULATION_OFF', { url: this.config.hubUrl });
    return hub;
  }

  private async connect(lastDays: ReadonlySet<string>): Promise<void> {
    const secrets = await patiently(() => enrol(this.hub, replaySystems()));
    const open = async ([name, secret]: [string, string]): Promise<void> => {
      const url = new URL(this.config.amqpUrl);
      [url.username, url.password] = [name, secret];
      const { keyOf, onAnswers } = this.player;
      const onTaken = (deliveries: number): void => void (this.taken += deliveries);
      const log = (line: string): void => console.error(line);
      const options = { url: url.href, name, lastDays, keyOf, onAnswers, onTaken, log };
      this.systems.set(name, await ConnectedSystem.open(options));
    };
    await Promise.all([...secrets].map(open));
    this.say({ kind: 'enrolled', systems: secrets.size });
  }

  /** What a published volume leaves to play; between its days the plan knows. */
  private async tell(): Promise<void> {
    const { answers, planned, refusals, day } = this.player;
    for (const { key, code = '', detail = '' } of refusals.slice(this.told)) {
      this.say({ kind: 'refused', key, code, detail });
    }
    this.told = refusals.length;
    this.say({ kind: 'progress', documents: planned.documents, of: this.expected(), received: this.taken, day });
    await this.standing.keep(this.settings, answers.place);
  }

  /** Documents of the whole replay; with a shorter period the bar simply ends early. */
  private expected(): number {
    return scaled(this.settings.scale).at(-1)?.sent ?? 0;
  }

  private stopped(): 'stopped' {
    this.say({ kind: 'stopped', documents: this.player.planned.documents, of: this.expected() });
    return 'stopped';
  }

  /** What was accepted up to a day has been taken by its systems. A hub that is being started again is waited for. */
  private async untilArrived(to: string): Promise<void> {
    const { from } = this.settings;
    let least = Infinity;
    for (let lastChange = Date.now(); ;) {
      const { waiting } = await patiently(() => this.hub.ledger({ from, to }));
      if (waiting === 0) return;
      if (waiting < least) [least, lastChange] = [waiting, Date.now()];
      this.say({ kind: 'settling', waiting });
      if (Date.now() - lastChange > LONGEST_STANDSTILL_MS)
        throw new AxisError('REPLAY_STANDS_STILL', { waiting: least });
      await pause(LOOK_EVERY_MS);
    }
  }

  private async done(startedAt: number): Promise<'done'> {
    const { from, to } = this.settings;
    const rows = await patiently(() => reckon(this.hub, this.settings, this.player.planned));
    const { addsUp } = await patiently(() => this.hub.ledger({ from, to }));
    const { documents, statuses } = this.player.planned;
    const seconds = (Date.now() - startedAt) / 1000;
    const refused = this.player.refusals.length;
    this.say({ kind: 'done', rows, ledgerAddsUp: addsUp, refused, seconds, documents, statuses });
    return 'done';
  }
}
