/** What a paper must say by law, as fields of its model, and where that is written. */
export interface RequiredFields {
  readonly source: string;
  readonly fields: readonly string[];
}

/**
 * Papers that are not accepted, or are sent back, without these contents. The other fields of a paper are for its
 * author to leave out.
 */
export const requiredFields: Readonly<Record<string, RequiredFields>> = {
  // Parties, requests with facts and reasons, evidence and its sources (民事诉讼法 124).
  'small-claims': {
    source: '《民事诉讼法》第一百二十四条',
    fields: [
      ...['traditional[].parties', 'traditional[].claims', 'traditional[].account', 'traditional[].evidence'],
      'elements[].sections',
    ],
  },
  // Name, telephone and address of the complainant, name and address of the other side, requests and facts
  // (市场监督管理投诉举报处理办法 10).
  'complaint-12315': {
    source: '《市场监督管理投诉举报处理办法》第十条',
    fields: [
      ...['complainants[].name', 'complainants[].phone', 'complainants[].address'],
      ...['respondents[].name', 'respondents[].address', 'facts', 'requests'],
    ],
  },
};
