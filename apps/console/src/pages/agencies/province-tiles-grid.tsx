import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import classes from './province-map.module.css';
import { type CountedProvince } from './province-map.js';
import { type Bounds, shadeOf } from './shades.js';
import { words } from './words.js';

interface ProvinceTilesProps {
  readonly provinces: readonly CountedProvince[];
  readonly measure: 'sent' | 'received';
  readonly bounds: Bounds;
  readonly label: string;
}

/** A tile for each province, about where it lies; each leads to its agency and says its figures. */
export function ProvinceTiles({ provinces, measure, bounds, label }: ProvinceTilesProps): ReactNode {
  const say = useWords(words);
  return (
    <div className={classes['map']} role="group" aria-label={label}>
      {provinces.map(({ code, branch, name, shortName, column, row, sent, received }) => {
        // Whoever says what is written on the tile is understood.
        const called = shortName === name ? name : `${shortName}, ${name}`;
        const words = say('tile', { name: called, sent: figure(sent), received: figure(received) });
        const shade = shadeOf(measure === 'sent' ? sent : received, bounds);
        return (
          <Link
            key={branch}
            to={`/agencies/${code}`}
            className={`${classes['tile']} ${classes[`shade${shade}`]}`}
            style={{ gridColumn: column, gridRow: row }}
            title={words}
            aria-label={words}
          >
            {shortName}
          </Link>
        );
      })}
    </div>
  );
}
