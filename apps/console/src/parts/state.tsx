import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconPointFilled,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { type SharedWord, shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';
import classes from './state.module.css';

/** How well something stands: `quiet` is neither well nor ill. */
export type Standing = 'good' | 'poor' | 'bad' | 'quiet';

const SIGNS: Readonly<Record<Standing, TablerIcon>> = {
  good: IconCircleCheck,
  poor: IconAlertTriangle,
  bad: IconCircleX,
  quiet: IconClock,
};

interface StandingProps {
  readonly standing: Standing;
  readonly children: ReactNode;
  readonly sign?: TablerIcon;
}

/** A standing in words, with a sign and a colour: never by colour alone. */
export function State({ standing, children, sign: Sign = SIGNS[standing] }: StandingProps): ReactNode {
  return (
    <span className={`${classes['state']} ${classes[standing]}`}>
      <Sign size={14} stroke={2} aria-hidden className={classes['sign']} />
      <span>{children}</span>
    </span>
  );
}

const DELIVERY: Readonly<Record<string, { word: SharedWord; standing: Standing; sign?: TablerIcon }>> = {
  waiting: { word: 'stateWaiting', standing: 'quiet' },
  received: { word: 'stateReceived', standing: 'good' },
  failed: { word: 'stateFailed', standing: 'bad' },
  expired: { word: 'stateExpired', standing: 'bad' },
  withdrawn: { word: 'stateWithdrawn', standing: 'poor', sign: IconArrowBackUp },
};

/** Where a delivery stands, with how many of them when told. */
export function DeliveryState({ state, count }: { state: string; count?: number }): ReactNode {
  const say = useWords(shared);
  const known = DELIVERY[state];
  if (known === undefined) return <State standing="quiet">{state}</State>;
  return (
    <State standing={known.standing} {...(known.sign === undefined ? {} : { sign: known.sign })}>
      {say(known.word)}
      {count !== undefined && ` ${count}`}
    </State>
  );
}

const STATUS: Readonly<Record<string, { word: SharedWord; standing: Standing }>> = {
  '01': { word: 'status01', standing: 'quiet' },
  '02': { word: 'status02', standing: 'bad' },
  '03': { word: 'status03', standing: 'quiet' },
  '04': { word: 'status04', standing: 'quiet' },
  '05': { word: 'status05', standing: 'quiet' },
  '06': { word: 'status06', standing: 'good' },
  '13': { word: 'status13', standing: 'poor' },
  '15': { word: 'status15', standing: 'poor' },
  '16': { word: 'status16', standing: 'poor' },
};

/** The word for a status code; the bare code for one that nobody knows. */
export function statusWord(code: string): SharedWord | undefined {
  return STATUS[code]?.word;
}

/** What a recipient (13: the sender) reported, code and word; nothing before the first report. */
export function BusinessStatus({ code }: { code: string }): ReactNode {
  const say = useWords(shared);
  if (code === '') return '–';
  const known = STATUS[code];
  const sign = known?.standing === 'quiet' ? { sign: IconPointFilled } : {};
  return (
    <State standing={known?.standing ?? 'quiet'} {...sign}>
      {code} {known === undefined ? '' : say(known.word)}
    </State>
  );
}
