import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../src/read/limits.ts';
import { readOdsContent } from '../src/read/ods-content.ts';

const odsHidden = (content: string) => readOdsContent(content, DEFAULT_LIMITS).hidden;

const STYLES =
  '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>' +
  '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>' +
  '<style:style style:name="co1" style:family="table-column"><style:table-column-properties/></style:style>';

describe('hidden parts of an OpenDocument sheet', () => {
  it('are told by the style of the table and the visibility of rows and columns', () => {
    const content = `${STYLES}<table:table table:name="一" table:style-name="ta1"><table:table-columns>
      <table:table-column table:style-name="co1" table:number-columns-repeated="2"/>
      <table:table-column table:style-name="co1" table:visibility="collapse"/></table:table-columns>
      <table:table-row><table:table-cell/></table:table-row>
      <table:table-row table:number-rows-repeated="3" table:visibility="filter"/>
      <table:table-row/><table:table-row table:visibility="collapse"/></table:table>
      <table:table table:name="字典" table:style-name="ta2"><table:table-row/></table:table>`;
    expect(odsHidden(content).map(({ hidden, rows, columns }) => ({ hidden, rows, columns }))).toEqual([
      {
        hidden: false,
        rows: [
          [2, 4],
          [6, 6],
        ],
        columns: [[3, 3]],
      },
      { hidden: true, rows: [], columns: [] },
    ]);
  });

  it('survives content that breaks off inside a tag', () => {
    expect(odsHidden(`${STYLES}<table:table table:style-name="ta2`)).toEqual([]);
    expect(odsHidden('')).toEqual([]);
  });
});
