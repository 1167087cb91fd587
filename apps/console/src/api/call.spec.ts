import { pathOf } from './call.js';

it('leaves out of a query what is not given', () => {
  const query = { q: 'Bến Cầu & x', state: '', cursor: undefined, urgent: false, limit: 50 };
  expect(pathOf('/documents', query)).toBe('/documents?q=B%E1%BA%BFn+C%E1%BA%A7u+%26+x&urgent=false&limit=50');
  expect(pathOf('/documents', { q: '' })).toBe('/documents');
});
