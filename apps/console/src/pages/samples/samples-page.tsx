import { SegmentedControl, Skeleton, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { type ConnectedSystem } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Page } from '../../parts/page.js';
import { Sheet } from '../../parts/sheet.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { FieldsPanel } from './fields-panel.js';
import { FilePanel } from './file-panel.js';
import { ManyPanel } from './many-panel.js';
import { words } from './words.js';

const PANELS = { fields: FieldsPanel, file: FilePanel, many: ManyPanel };
type How = keyof typeof PANELS;
const HOWS = Object.keys(PANELS) as readonly How[];

/** Sends samples: one written here, one from a file, or many at once; and watches them travel. */
export default function SamplesPage(): ReactNode {
  const say = useWords(words);
  const [address, setAddress] = useSearchParams();
  const { data: systems, error } = useAnswer<{ items: readonly ConnectedSystem[] }>('/systems');
  const how = HOWS.find((each) => each === address.get('how')) ?? 'fields';
  const Panel = PANELS[how];
  const isKnown = systems !== undefined || error !== null;
  return (
    <Page title={say('title')}>
      <Text size="sm" c="dimmed">
        {say('means')}
      </Text>
      <SegmentedControl
        aria-label={say('how')}
        value={how}
        onChange={(value) => setAddress(value === 'fields' ? {} : { how: value })}
        data={HOWS.map((value) => ({ value, label: say(value) }))}
        style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
      />
      {!isKnown && <Skeleton h={560} aria-busy />}
      {isKnown && (systems?.items.length === 0 ? <NoSystems /> : <Panel />)}
    </Page>
  );
}

/** Nobody could send. */
function NoSystems(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <Sheet>
      <EmptyState title={say('noSystems')}>
        {say('noSystemsFirst')} <Link to="/systems">{sayShared('systems')}</Link>.
      </EmptyState>
    </Sheet>
  );
}
