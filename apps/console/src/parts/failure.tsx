import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { HubAwayError, ProblemError } from '../api/failures.js';
import { shared } from '../words/every-page.js';
import { useLanguage, useWords } from '../words/wording.js';
import { Away } from './away.js';

interface Sentences {
  readonly detail: string;
  readonly remedy?: string | undefined;
}

interface FailureProps {
  readonly error: unknown;
  readonly again?: (() => void) | undefined;
}

/** A failure in the reader's words: what is wrong, its code, what to do; with `again` a button that tries once more. */
export function Failure({ error, again }: FailureProps): ReactNode {
  return error instanceof HubAwayError ? <Away error={error} again={again} /> : <Told error={error} again={again} />;
}

function Told({ error, again }: FailureProps): ReactNode {
  const say = useWords(shared);
  const told = useTold(error);
  const code = error instanceof ProblemError ? error.problem.code : undefined;
  return (
    <Alert role="alert" variant="outline" color="red" icon={<IconAlertTriangle aria-hidden />} bg="var(--bad-ground)">
      <Text fw={600} size="sm" className="breaks">
        {told.detail}
      </Text>
      {told.remedy !== undefined && (
        <Text size="sm" className="breaks">
          {told.remedy}
        </Text>
      )}
      <Group mt="xs" gap="sm">
        {code !== undefined && (
          <Text size="xs">
            {say('code')} <Code>{code}</Code>
          </Text>
        )}
        {again !== undefined && (
          <Button size="compact-sm" variant="default" onClick={again}>
            {say('retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function useTold(error: unknown): Sentences {
  const [language] = useLanguage();
  const english = useEnglish(language === 'en' && error instanceof ProblemError ? error : undefined);
  if (!(error instanceof ProblemError)) return { detail: String(error) };
  return english ?? error.problem;
}

/** The English sentences come with the whole table of errors, so they are fetched when first needed. */
function useEnglish(error: ProblemError | undefined): Sentences | undefined {
  const [told, setTold] = useState<{ of: ProblemError; told: Sentences }>();
  useEffect(() => {
    if (error === undefined) return;
    void import('../api/error-words.js').then(({ englishOf }) =>
      setTold({ of: error, told: englishOf(error.problem) }),
    );
  }, [error]);
  return told?.of === error ? told?.told : undefined;
}
