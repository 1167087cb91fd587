import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { DateInput } from '@mantine/dates';
import { type ReactNode } from 'react';
import { shared } from '../words/shared.js';
import { useLanguage, useWords } from '../words/wording.js';

interface DayInputProps {
  readonly label: string;
  /** `yyyy-MM-dd`, '' for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day, typed as `22/11/2026` or picked; written the Vietnamese way whatever the browser's. */
export function DayInput({ label, value, onChange }: DayInputProps): ReactNode {
  const say = useWords(shared);
  const [language] = useLanguage();
  return (
    <DateInput
      label={label}
      locale={language}
      valueFormat="DD/MM/YYYY"
      placeholder="dd/mm/yyyy"
      clearable
      clearButtonProps={{ 'aria-label': `${say('clear')}: ${label}` }}
      value={value === '' ? null : value}
      onChange={(day) => onChange(day ?? '')}
      dateParser={dayTyped}
      w={140}
    />
  );
}

function dayTyped(text: string): string | null {
  const [, date = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(day)) ? null : day;
}
