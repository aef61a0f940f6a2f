interface PasskeyProps {
  /** Signing in with a passkey, or adding one to the account. */
  way: 'sign-in' | 'add'
  label: string
  failed: string
}

/**
 * A button that asks the browser for a passkey and sends the answer as a plain form to the page it stands on. Shown only where the
 * browser can do it. The actions `passkey-options` and `passkey` belong to the page.
 */
export function mount(element: HTMLElement, { way, label, failed }: PasskeyProps): void {
  if (typeof PublicKeyCredential === 'undefined' || !PublicKeyCredential.parseRequestOptionsFromJSON) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button'
  button.textContent = label
  const message = document.createElement('p')
  message.setAttribute('role', 'status')
  message.className = 'hint'
  button.addEventListener('click', async () => {
    message.textContent = ''
    button.disabled = true
    try {
      send(element, JSON.stringify(await ask(way)))
    } catch {
      message.textContent = failed
      button.disabled = false
    }
  })
  element.replaceChildren(button, message)
}

async function ask(way: PasskeyProps['way']): Promise<unknown> {
  const response = await fetch(location.href, {
    method: 'POST',
    body: new URLSearchParams({ action: 'passkey-options' }),
  })
  if (!response.ok) throw new Error(String(response.status))
  const options = await response.json()
  const credential =
    way === 'add'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  return (credential as PublicKeyCredential).toJSON()
}

function send(element: HTMLElement, answer: string) {
  const form = document.createElement('form')
  form.method = 'post'
  const name = element.closest('form')?.querySelector<HTMLInputElement>('input[name="name"]')?.value
  for (const [key, value] of Object.entries({ action: 'passkey', answer, ...(name ? { name } : {}) })) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = key
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
}
