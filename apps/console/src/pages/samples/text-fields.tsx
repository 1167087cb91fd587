import { Autocomplete, Select, Textarea } from '@mantine/core';
import { type ReactNode } from 'react';
import { ADMINISTRATIVE_TYPES, LEGAL_ACT_TYPES } from '#core';
import { type SampleTemplate } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { useWords } from '../../words/wording.js';
import { type FieldsProps } from './address-fields.js';
import { LONGEST_CONTENT, LONGEST_SUBJECT, withTemplate } from './draft.js';
import { words } from './words.js';

const TYPES = [...new Set<string>([...ADMINISTRATIVE_TYPES, ...LEGAL_ACT_TYPES])];

/** What the document says: from a template, or written. */
export function TextFields({ draft, onChange }: FieldsProps): ReactNode {
  const say = useWords(words);
  const { subject, typeName, content } = draft;
  const { data } = useAnswer<{ items: readonly SampleTemplate[] }>('/samples/templates');
  const templates = data?.items ?? [];
  return (
    <>
      <Select
        label={say('template')}
        placeholder={say('noTemplate')}
        disabled={templates.length === 0}
        data={templates.map(({ id, typeName: kind, subject: about }) => ({ value: id, label: `${kind}: ${about}` }))}
        onChange={(chosen) => {
          const template = templates.find(({ id }) => id === chosen);
          if (template !== undefined) onChange(withTemplate(draft, template));
        }}
      />
      <Autocomplete
        label={say('typeName')}
        data={TYPES}
        maxLength={100}
        value={typeName}
        onChange={(value) => onChange({ typeName: value })}
      />
      <Textarea
        label={say('subject')}
        description={say('subjectLeft', { used: subject.length })}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST_SUBJECT}
        value={subject}
        onChange={({ currentTarget }) => onChange({ subject: currentTarget.value })}
      />
      <Textarea
        label={say('content')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={LONGEST_CONTENT}
        value={content}
        onChange={({ currentTarget }) => onChange({ content: currentTarget.value })}
      />
    </>
  );
}
