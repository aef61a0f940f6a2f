import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { DescriptionList } from '../../../ui/components/DescriptionList.tsx'
import { Notice } from '../../../ui/components/Notice.tsx'
import { PageHead } from '../../../ui/components/PageHead.tsx'
import { definePage } from '../../../ui/page.ts'
import { readOperation } from '../operations/read-operation.ts'

/** How the installation is running. */
export const operationPage = definePage({
  path: '/admin/operation',
  layout: 'admin',
  requires: 'platform.manage',
  async get(call) {
    const { t, format } = call
    const { database, files, jobs, mails, search, process, lastBackup } = await call.run(readOperation, {})
    const hours = Math.floor(process.upSeconds / 3600)
    return {
      title: t('administration.operation.title'),
      view: (
        <>
          <PageHead title={t('administration.operation.title')} lead={t('administration.operation.lead')} />
          <div class="stack">
            {jobs.failed > 0 && (
              <Notice tone="bad">{t('administration.operation.failedJobs', { count: jobs.failed })}</Notice>
            )}
            {mails.failed > 0 && (
              <Notice
                tone="bad"
                end={<a href={`${call.url('/admin/mails')}?state=failed`}>{t('administration.mails.title')}</a>}
              >
                {t('administration.operation.failedMails', { count: mails.failed })}
              </Notice>
            )}
            <div class="tiles">
              <Card title={t('administration.operation.database')}>
                <DescriptionList
                  facts={[
                    { term: 'PostgreSQL', value: database.version },
                    { term: t('administration.operation.size'), value: format.bytes(database.bytes) },
                    { term: t('administration.operation.connections'), value: format.number(database.connections) },
                    {
                      term: t('administration.operation.lastBackup'),
                      value: lastBackup ? format.ago(lastBackup, call.now) : t('administration.operation.never'),
                    },
                  ]}
                />
              </Card>
              <Card title={t('administration.operation.files')}>
                <DescriptionList
                  facts={[
                    { term: t('administration.operation.count'), value: format.number(files.count) },
                    { term: t('administration.operation.size'), value: format.bytes(files.bytes) },
                  ]}
                />
              </Card>
              <Card title={t('administration.operation.jobs')}>
                <DescriptionList
                  facts={[
                    { term: t('administration.operation.waiting'), value: format.number(jobs.waiting) },
                    { term: t('administration.operation.givenUp'), value: format.number(jobs.failed) },
                  ]}
                />
              </Card>
              <Card title={t('administration.operation.search')}>
                <DescriptionList
                  facts={[
                    { term: t('administration.operation.things'), value: format.number(search.things) },
                    { term: t('administration.operation.words'), value: format.number(search.words) },
                    { term: t('administration.operation.size'), value: format.bytes(search.bytes) },
                  ]}
                />
              </Card>
              <Card title={t('administration.operation.process')}>
                <DescriptionList
                  facts={[
                    { term: 'Node.js', value: process.node },
                    { term: t('administration.operation.memory'), value: format.bytes(process.memoryBytes) },
                    { term: t('administration.operation.up'), value: t('administration.operation.hours', { hours }) },
                  ]}
                />
              </Card>
            </div>
            {jobs.latestFailed.length > 0 && (
              <DataTable
                caption={t('administration.operation.latestFailed')}
                rows={jobs.latestFailed}
                rowKey={(row) => row.id}
                columns={[
                  { title: t('administration.operation.job'), head: true, cell: (row) => row.job },
                  { title: t('administration.mails.error'), cell: (row) => row.error },
                  { title: t('administration.operation.when'), cell: (row) => format.moment(row.at) },
                ]}
              />
            )}
          </div>
        </>
      ),
    }
  },
})
