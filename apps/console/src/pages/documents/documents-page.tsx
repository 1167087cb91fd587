import { ActionIcon } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useAnswer } from '../../api/queries.js';
import { EmptyState } from '../../parts/empty-state.js';
import { Failure } from '../../parts/failure.js';
import { Page } from '../../parts/page.js';
import { Paging } from '../../parts/paging.js';
import { Sheet } from '../../parts/sheet.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { DocumentTable } from './document-table.js';
import { FilterBar } from './filter-bar.js';
import { filtersIn, queryOf } from './filters.js';
import { type DocumentPageBody } from './shown-document.js';
import { words } from './words.js';

const PAGE_SIZE = 25;

/** Documents, newest first, by the filters of the address. */
export default function DocumentsPage(): ReactNode {
  const say = useWords(words);
  const [address] = useSearchParams();
  const filters = filtersIn(address);
  const query = { ...queryOf(filters), limit: PAGE_SIZE, cursor: address.get('cursor') ?? '' };
  const { data, error, refetch, isFetching } = useAnswer<DocumentPageBody>('/documents', { query, keeps: true });
  const isFiltered = Object.values(filters).some((value) => value !== '');
  const refresh = (
    <ActionIcon variant="default" aria-label={say('refresh')} onClick={() => void refetch()} loading={isFetching}>
      <IconRefresh size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <Page title={say('title')} aside={refresh}>
      <FilterBar filters={filters} />
      {error !== null && <Failure error={error} again={() => void refetch()} />}
      <Sheet>
        {data?.items.length === 0 ? (
          <NoDocuments isFiltered={isFiltered} />
        ) : (
          <DocumentTable documents={data?.items} rows={PAGE_SIZE} />
        )}
        <Paging next={data?.next} />
      </Sheet>
    </Page>
  );
}

function NoDocuments({ isFiltered }: { isFiltered: boolean }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  if (isFiltered) return <EmptyState title={say('noneFound')}>{say('noneFoundFirst')}</EmptyState>;
  return (
    <EmptyState title={say('none')}>
      {say('noneFirst')} <Link to="/samples">{sayShared('samples')}</Link>.
    </EmptyState>
  );
}
