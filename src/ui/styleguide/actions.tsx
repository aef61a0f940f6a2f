import { Button, LinkButton } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { FormActions } from '../components/FormActions.tsx'
import { Icon } from '../components/Icon.tsx'
import { Key } from '../components/Key.tsx'
import { Menu } from '../components/Menu.tsx'
import { Specimen } from './Specimen.tsx'
import type { GuideProps } from './Styleguide.tsx'

/** Buttons, menus, dialogs. */
export function ActionSpecimens({ t, sample }: GuideProps) {
  return (
    <>
      <Specimen title="Button" code={'<Button look="primary" icon="send">…</Button>'}>
        <div class="row">
          <Button type="button" look="primary">
            {sample.short}
          </Button>
          <Button type="button">{sample.short}</Button>
          <Button type="button" look="quiet">
            {sample.short}
          </Button>
          <Button type="button" look="danger" icon="trash-2">
            {sample.short}
          </Button>
          <Button type="button" look="primary" icon="send">
            {sample.short}
          </Button>
          <Button type="button" size="small" icon="pencil">
            {sample.short}
          </Button>
        </div>
      </Specimen>
      <Specimen title="Button: hover, focus, disabled" code="<Button disabled>…</Button>">
        <div class="row">
          <Button type="button" look="primary" class="is-hovered">
            {sample.short}
          </Button>
          <Button type="button" look="primary" class="is-focused">
            {sample.short}
          </Button>
          <Button type="button" look="primary" disabled>
            {sample.short}
          </Button>
          <Button type="button" disabled>
            {sample.short}
          </Button>
        </div>
      </Specimen>
      <Specimen title="Button: long words" code={'<Button wide icon="file-text">…</Button>'}>
        <Button type="button" wide icon="file-text">
          {sample.long}
        </Button>
        <Button type="button" look="primary">
          {sample.word}
        </Button>
      </Specimen>
      <Specimen title="LinkButton" code={'<LinkButton href={call.url(\'/help\')} icon="arrow-right">…</LinkButton>'}>
        <div class="row">
          <LinkButton href="#actions" look="primary" icon="plus">
            {sample.short}
          </LinkButton>
          <LinkButton href="#actions">{sample.short}</LinkButton>
        </div>
      </Specimen>
      <Specimen title="FormActions" code={'<FormActions><Button look="primary">…</Button></FormActions>'}>
        <FormActions reachable={false}>
          <Button type="button" look="primary">
            {sample.short}
          </Button>
          <LinkButton href="#actions" look="quiet">
            {t('ui.close')}
          </LinkButton>
        </FormActions>
      </Specimen>
      <Specimen title="Menu" code={'<Menu label={…} icon="ellipsis" boxed>…</Menu>'}>
        <div class="row">
          <Menu label={sample.short} icon="ellipsis" boxed start>
            <p class="menu-title">{sample.short}</p>
            <a href="#actions">
              <Icon name="copy" />
              {sample.short}
            </a>
            <a href="#actions">
              <Icon name="archive" />
              {sample.long}
            </a>
            <hr />
            <button type="button">
              <Icon name="trash-2" />
              {sample.short}
            </button>
          </Menu>
        </div>
      </Specimen>
      <Specimen
        title="Dialog"
        code={'<Button type="button" commandfor="ask" command="show-modal">…</Button> <Dialog id="ask" …>'}
      >
        <div>
          <button type="button" class="button" {...{ commandfor: 'guide-dialog', command: 'show-modal' }}>
            {sample.short}
          </button>
        </div>
        <Dialog t={t} id="guide-dialog" title={sample.question}>
          <p>{sample.paragraph}</p>
          <div class="row">
            <Button type="button" look="danger">
              {sample.short}
            </Button>
          </div>
        </Dialog>
      </Specimen>
      <Specimen title="Key" code="<Key>/</Key>">
        <p>
          <Key>/</Key> <Key>Esc</Key>
        </p>
      </Specimen>
    </>
  )
}
