//! Closed files that wait to be looked at: each once, the oldest wish first.

use crate::model::FileId;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// A task for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// Merge its known results again.
    Finish,
    /// Analyze it, and then all the rest.
    Judge,
}

/// The queue.
#[derive(Debug, Default)]
pub struct Queue {
    order: VecDeque<FileId>,
    tasks: FxHashMap<FileId, Task>,
}

impl Queue {
    /// Adds a file. Of two tasks the greater remains.
    pub fn push(&mut self, file: FileId, task: Task) {
        match self.tasks.get_mut(&file) {
            Some(waiting) => *waiting = task.max(*waiting),
            None => {
                self.tasks.insert(file, task);
                self.order.push_back(file);
            }
        }
    }

    /// Takes up to `count` files out.
    pub fn take(&mut self, count: usize) -> Vec<(FileId, Task)> {
        let mut taken = Vec::new();
        while taken.len() < count
            && let Some(file) = self.order.pop_front()
        {
            taken.extend(self.tasks.remove(&file).map(|task| (file, task)));
        }
        taken
    }

    /// Takes a file out of any queue.
    pub fn forget(&mut self, file: FileId) {
        self.tasks.remove(&file);
    }

    /// The number of files that wait.
    pub fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Returns whether a file waits for this task.
    pub fn holds(&self, task: Task) -> bool {
        self.tasks.values().any(|waiting| *waiting == task)
    }

    /// Returns whether none waits.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// Drops all tasks: their results are no longer needed.
    pub fn clear(&mut self) {
        self.order.clear();
        self.tasks.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_waits_once() {
        let mut queue = Queue::default();
        for file in [1, 2, 1, 3] {
            queue.push(FileId(file), Task::Finish);
        }
        queue.push(FileId(2), Task::Judge);
        queue.push(FileId(2), Task::Finish);
        queue.forget(FileId(3));
        assert_eq!(queue.len(), 2);
        assert!(queue.holds(Task::Judge) && queue.holds(Task::Finish));
        assert_eq!(queue.take(10), [(FileId(1), Task::Finish), (FileId(2), Task::Judge)]);
        // One that was forgotten can come again, and still waits once.
        queue.push(FileId(3), Task::Judge);
        queue.push(FileId(3), Task::Judge);
        assert_eq!(queue.take(1), [(FileId(3), Task::Judge)]);
        assert!(queue.is_empty());
        assert_eq!(queue.take(1), []);
    }
}
