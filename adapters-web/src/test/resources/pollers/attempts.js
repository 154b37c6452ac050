// Submits a refinement and asks every two seconds, thirty times at most.
const [base, image] = process.argv.slice(2);
const PAUSE_MS = Number(process.env.PAUSE_MS ?? 2000);

async function main() {
    const response = await fetch(`${base}/api/concepts/refine`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({original_image_url: image, refinement_prompt: 'make it warmer', logo_description: ''})
    });
    if (response.status !== 202) {
        throw new Error(`submit: ${response.status} ${await response.text()}`);
    }
    const {task_id} = await response.json();
    for (let attempt = 0; attempt < 30; attempt++) {
        await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
        const task = await (await fetch(`${base}/api/concepts/task/${task_id}`)).json();
        if (task.status === 'completed') {
            console.log(JSON.stringify(task));
            return;
        }
        if (task.status === 'failed' || task.status === 'canceled') {
            throw new Error(task.error_message);
        }
    }
    throw new Error('timed out');
}

main().catch(error => {
    console.error(error.message);
    process.exit(1);
});
