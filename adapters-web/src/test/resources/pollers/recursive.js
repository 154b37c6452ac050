// Submits a refinement and asks again and again until it is completed or failed.
const [base, image] = process.argv.slice(2);
const PAUSE_MS = Number(process.env.PAUSE_MS ?? 2000);

const poll = id => fetch(`${base}/api/tasks/${id}`)
    .then(response => {
        if (!response.ok) {
            throw new Error(`poll: ${response.status}`);
        }
        return response.json();
    })
    .then(task => {
        if (task.status === 'completed') {
            return task;
        }
        if (task.status === 'failed') {
            throw new Error(task.error_message);
        }
        return new Promise(resolve => setTimeout(() => resolve(poll(id)), PAUSE_MS));
    });

fetch(`${base}/api/concepts/refine`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({original_image_url: image, refinement_prompt: 'make it warmer'})
})
    .then(response => response.json())
    .then(task => poll(task.id))
    .then(task => console.log(JSON.stringify(task)))
    .catch(error => {
        console.error(error.message);
        process.exit(1);
    });
