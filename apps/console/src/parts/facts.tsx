import { type ReactNode } from 'react';
import classes from './facts.module.css';

/** What is known of something, each with its name: in two columns, one below the other where there is little room. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, fact: ReactNode])[] }): ReactNode {
  return (
    <dl className={classes['facts']}>
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="breaks">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
