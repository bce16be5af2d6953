/** Parameters of the Document Service with more conditions beside the filters that they have. */
export const narrowed = (params: object, conditions: readonly object[]): object => {
  const { filters } = params as { readonly filters?: object };
  return { ...params, filters: { $and: [...(filters ? [filters] : []), ...conditions] } };
};
