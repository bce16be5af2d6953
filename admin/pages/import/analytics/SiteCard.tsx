import { Button, Flex, TextInput } from '@strapi/design-system';
import type { AnalyticsBody } from '../../../../server/core/analytics-api';
import { Card } from '../../../components/Card';
import { FormField } from '../../../components/form/FormField';
import { Notice } from '../../../components/Notice';
import { useText } from '../../../components/text';
import { useAnalyticsText } from './use-analytics-text';

interface Props {
  readonly body: AnalyticsBody;
  /** As it was typed; `undefined`: nothing was. */
  readonly site: string | undefined;
  readonly onChange: (site: string) => void;
}

/** Which site the file is about: the same days of one site count once, those of two sites add up. */
export const SiteCard = ({ body, site, onChange }: Props) => {
  const text = useText();
  const { names } = useAnalyticsText();
  const { besides } = body;
  const sites = [...new Set(besides.map((one) => one.site))].filter((name) => name !== '');
  return (
    <Card title={text('analytics.site')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <FormField name="site" label={text('analytics.site.label')} hint={text('analytics.site.hint')} errors={{}}>
          <TextInput
            value={site ?? body.site}
            placeholder={body.site}
            maxLength={255}
            onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => onChange(target.value)}
          />
        </FormField>
        {besides.length > 0 && (
          <Notice kind="warning" title={text('analytics.besides')}>
            {text('analytics.besides.text', { names: names(besides), count: besides.length })}
          </Notice>
        )}
        {sites.length > 0 && (
          <Flex gap={2} wrap="wrap">
            {sites.map((name) => (
              <Button key={name} variant="secondary" onClick={() => onChange(name)}>
                {text('analytics.site.same', { site: name })}
              </Button>
            ))}
          </Flex>
        )}
      </Flex>
    </Card>
  );
};
