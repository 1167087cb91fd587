import { prettyXml } from './pretty-xml.js';

const pretty = (xml: string): string => prettyXml(xml, (count) => `[${count}]`);

describe('XML for people', () => {
  it('has a line for each element, and its text beside it', () => {
    expect(pretty('<?xml version="1.0"?><a><b x="1>0">text &lt;</b><c/><d></d></a>')).toBe(
      '<?xml version="1.0"?>\n<a>\n  <b x="1>0">text &lt;</b>\n  <c/>\n  <d></d>\n</a>',
    );
  });

  it('keeps comments and CDATA whole', () => {
    expect(pretty('<a><!-- <b> --><![CDATA[<x>]]></a>')).toBe('<a>\n  <!-- <b> -->\n  <![CDATA[<x>]]>\n</a>');
  });

  it('cuts what is long, and says by how much', () => {
    expect(pretty(`<a>${'A'.repeat(1000)}</a>`)).toBe(`<a>${'A'.repeat(200)}[600]${'A'.repeat(200)}</a>`);
  });

  it.each(['', 'no xml', '</a></b>', '<a', '< <<', '<a><b></a>'])('takes %j as it is', (text) => {
    expect(pretty(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it.each(['<"', '<', '<a ', '<!--', '"<\''])('comes to an end with 100,000 times %j', (text) => {
    expect(pretty(text.repeat(100_000)).length).toBeGreaterThan(0);
  });
});
