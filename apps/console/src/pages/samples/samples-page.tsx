import { SegmentedControl, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../parts/page.js';
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
  const how = HOWS.find((each) => each === address.get('how')) ?? 'fields';
  const Panel = PANELS[how];
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
      <Panel />
    </Page>
  );
}
