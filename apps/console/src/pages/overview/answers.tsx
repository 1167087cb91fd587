import { Paper, SimpleGrid, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Overview } from '#wire';
import { State } from '../../parts/state.js';
import { duration, figure, perSecond } from '../../words/figures.js';
import { useLanguage, useWords } from '../../words/wording.js';
import { absentVerdict, flowVerdict, ledgerDifference, oldestWaitMs, stuckVerdict, type Verdict } from './verdicts.js';
import { type OverviewWord, words } from './words.js';

/** The four questions with their answers, at a glance. */
export function Answers({ overview }: { overview: Overview }): ReactNode {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
      <Flows overview={overview} />
      <Stuck overview={overview} />
      <Missing overview={overview} />
      <AddsUp overview={overview} />
    </SimpleGrid>
  );
}

interface AnswerProps {
  readonly question: OverviewWord;
  readonly verdict: Verdict;
  readonly answer: string;
  readonly facts: readonly string[];
}

function Answer({ question, verdict, answer, facts }: AnswerProps): ReactNode {
  const say = useWords(words);
  const edge = verdict === 'quiet' ? 'var(--rule)' : `var(--${verdict})`;
  return (
    <Paper
      component="section"
      bg="var(--sheet)"
      p="md"
      mih={124}
      miw={0}
      style={{ border: '1px solid var(--rule)', borderTop: `3px solid ${edge}` }}
    >
      <Text component="h2" size="sm" fw={600} c="dimmed" m={0} mb={6}>
        {say(question)}
      </Text>
      <State standing={verdict}>
        <Text component="span" fw={700} fz="lg">
          {answer}
        </Text>
      </State>
      <Text size="sm" mt={6}>
        {facts.join('; ')}
      </Text>
    </Paper>
  );
}

function Flows({ overview }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const verdict = flowVerdict(overview);
  const { accepted, arrived } = overview.rate.minute;
  const fact =
    verdict === 'bad'
      ? say('flowBadFact')
      : say('flowFact', { accepted: perSecond(accepted), arrived: perSecond(arrived) });
  const answer = say(verdict === 'bad' ? 'flowBad' : verdict === 'quiet' ? 'flowQuiet' : 'flowGood');
  return <Answer question="flowQuestion" verdict={verdict} answer={answer} facts={[fact]} />;
}

function Stuck({ overview }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const [language] = useLanguage();
  const { waiting, deadLetters } = overview;
  const verdict = stuckVerdict(overview);
  const age = oldestWaitMs(overview);
  const answers = {
    good: say('stuckGood'),
    quiet: say('stuckQuiet', { count: waiting.deliveries }),
    poor: say('stuckPoor'),
    bad: say('stuckBad'),
  };
  const facts = [
    say('stuckFact', { waiting: figure(waiting.deliveries), deadLetters: figure(deadLetters) }),
    ...(age === undefined ? [] : [say('oldestFact', { age: duration(age, language) })]),
  ];
  return <Answer question="stuckQuestion" verdict={verdict} answer={answers[verdict]} facts={facts} />;
}

function Missing({ overview }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const { absent, systems } = overview;
  const verdict = absentVerdict(overview);
  const some = say('absentSome', { count: absent.length });
  const answers = { good: say('absentGood'), quiet: say('absentQuiet'), poor: some, bad: some };
  const queued = absent.reduce((sum, each) => sum + each.queued, 0);
  const facts = [
    say('absentFact', { present: figure(systems - absent.length), systems: figure(systems) }),
    ...(queued === 0 ? [] : [say('absentQueued', { queued: figure(queued), count: queued })]),
  ];
  return <Answer question="absentQuestion" verdict={verdict} answer={answers[verdict]} facts={facts} />;
}

function AddsUp({ overview }: { overview: Overview }): ReactNode {
  const say = useWords(words);
  const { addsUp, made } = overview.ledger;
  const difference = ledgerDifference(overview);
  const fact = addsUp
    ? say('ledgerFact', { made: figure(made), count: made })
    : say('ledgerBadFact', { difference: figure(difference), count: Math.abs(difference) });
  return (
    <Answer
      question="ledgerQuestion"
      verdict={addsUp ? 'good' : 'bad'}
      answer={say(addsUp ? 'ledgerGood' : 'ledgerBad')}
      facts={[fact]}
    />
  );
}
