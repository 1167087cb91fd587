import {
  IconBuildingBank,
  IconFileText,
  IconGauge,
  IconMailOff,
  IconReportAnalytics,
  IconSend,
  IconServer2,
  IconStethoscope,
  type TablerIcon,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import { type Role } from '#wire';
import OverviewPage from '../pages/overview/overview-page.js';
import { type SharedWord } from '../words/every-page.js';

/** A page of the console. `path` is matched with what follows it; pages with a `word` stand in the navigation. */
export interface ConsolePage {
  readonly path: string;
  readonly page: ComponentType;
  readonly word?: SharedWord;
  readonly icon?: TablerIcon;
  /** Who may see it; everybody when left out. */
  readonly least?: Role;
}

/** The pages in the order of the navigation; all but the first are loaded when they are gone to. */
export const PAGES: readonly ConsolePage[] = [
  { path: '/', page: OverviewPage, word: 'overview', icon: IconGauge },
  {
    path: '/documents',
    page: lazy(() => import('../pages/documents/documents-page.js')),
    word: 'documents',
    icon: IconFileText,
  },
  { path: '/documents/:id', page: lazy(() => import('../pages/documents/document-page.js')) },
  {
    path: '/agencies/*',
    page: lazy(() => import('../pages/agencies/agencies-page.js')),
    word: 'agencies',
    icon: IconBuildingBank,
  },
  {
    path: '/systems/*',
    page: lazy(() => import('../pages/systems/systems-page.js')),
    word: 'systems',
    icon: IconServer2,
  },
  {
    path: '/samples/*',
    page: lazy(() => import('../pages/samples/samples-page.js')),
    word: 'samples',
    icon: IconSend,
    least: 'operator',
  },
  {
    path: '/reports/*',
    page: lazy(() => import('../pages/reports/reports-page.js')),
    word: 'reports',
    icon: IconReportAnalytics,
  },
  {
    path: '/dead-letters/*',
    page: lazy(() => import('../pages/dead-letters/dead-letters-page.js')),
    word: 'deadLetters',
    icon: IconMailOff,
  },
  {
    path: '/diagnostics/*',
    page: lazy(() => import('../pages/diagnostics/diagnostics-page.js')),
    word: 'diagnostics',
    icon: IconStethoscope,
  },
  {
    path: '/accounts/*',
    page: lazy(() => import('../pages/accounts/accounts-page.js')),
    word: 'accounts',
    icon: IconUsers,
    least: 'administrator',
  },
];
